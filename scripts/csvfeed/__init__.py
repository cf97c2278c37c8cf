"""A board feed from CSV files: sheets are read, cells are understood, the board is put together."""
