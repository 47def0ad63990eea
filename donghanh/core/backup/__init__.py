"""Backups: one archive with every row and every uploaded file, which any supported database takes back.

``taking`` writes an archive, ``checking`` reads one against its own manifest, ``restoring`` puts one in the place of
the database. An archive is a gzipped tar, sealed with a key when one is given:

    backup.json                  what this is: version, time, migrations, tables and their columns
    tables/<table>/<part>.jsonl  rows, one JSON list a line, in no promised order
    files/<path>                 uploaded files
    manifest.json                rows and checksum of each table, size and hash of each file; last, so that it is
                                 missing from whatever was cut short
"""
