#!/bin/sh
# Write the locks anew: every package with its hashes, and no address of any index.
set -eu
cd "$(dirname "$0")/.."
options="--quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url"
uv pip compile $options pyproject.toml requirements/build.in -o requirements/run.txt "$@"
uv pip compile $options pyproject.toml requirements/build.in --group dev -o requirements/dev.txt "$@"
uv pip compile $options requirements/node.in -o requirements/node.txt "$@"
