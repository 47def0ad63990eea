"""Đồng Hành: the working system of a trade-union federation."""
