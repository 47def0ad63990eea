"""Lists of enterprises and of workers."""

from donghanh.people.imports.enterprises import EnterpriseImporter
from donghanh.people.imports.workers import WorkerImporter

__all__ = ["EnterpriseImporter", "WorkerImporter"]
