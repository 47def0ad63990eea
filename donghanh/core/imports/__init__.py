"""Lists from spreadsheets: checked whole, written in chunks, resumable, undoable.

A room declares an importer (``importer.py``) and registers it (``registry.py``); pages and the
command line go through the doors (``batches.py``, ``inline.py``). Everything else serves these.
"""
