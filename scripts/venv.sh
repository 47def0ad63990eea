#!/bin/sh
# Make .venv with the first Python of this machine that is new enough.
set -eu
cd "$(dirname "$0")/.."
for python in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "Making .venv with $("$python" --version) …"
        "$python" -m venv .venv || {
            echo "This Python cannot make environments; on Debian and Ubuntu install python3-venv." >&2
            exit 1
        }
        exit 0
    fi
done
echo "Đồng Hành needs Python 3.11 or newer; found: $(python3 --version 2>/dev/null || echo none). Install one and try again." >&2
exit 1
