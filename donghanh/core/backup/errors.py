"""Why a backup is refused."""

from donghanh.kernel.errors import DomainError


class BackupBroken(DomainError):
    """The archive does not hold what its manifest says, or cannot be read to its end."""

    code = "backup_broken"


class BackupLocked(DomainError):
    """The archive is sealed and the key does not open it."""

    code = "backup_locked"


class BackupTooNew(DomainError):
    """The archive knows changes of the database that this version does not."""

    code = "backup_too_new"


class DatabaseNotEmpty(DomainError):
    """There is work in the database that a restore would replace."""

    code = "database_not_empty"


class DatabaseInUse(DomainError):
    """Somebody still has the database open."""

    code = "database_in_use"


class FieldKeyMissing(DomainError):
    """The phones and ids of the archive are sealed under a key that is not at hand."""

    code = "field_key_missing"


class PresentUnreadable(DomainError):
    """The database that would be replaced does not tell what must be carried over from it."""

    code = "present_unreadable"
