"""How much of a file is taken at once: the only home of these limits.

They keep the reading of any file within 850 MB, measured with 2.8 million cells of which no two are alike;
lists as people have them take a third of that, and a file that is refused less still.
"""

MEGABYTE = 1024 * 1024
MAX_MEGABYTES = 20
MAX_UNPACKED_MEGABYTES = 250
MAX_RATIO = 150
"""How much smaller than its content a large part may be packed; lists come to 5 to 40."""
MAX_PARTS = 2000
MAX_ROWS = 200_000
MAX_FILLED_ROWS = MAX_ROWS + 100
"""With the titles and headings above a list."""
MAX_LINES = 1_048_576
"""How many rows a spreadsheet has; blank ones may stand between those of a list."""
MAX_COLUMNS = 500
MAX_CELLS = 3_000_000
MAX_LETTERS = 30_000_000
"""How many letters a sheet holds, each shared text counted as often as it is used."""
