"""The two texts on which the calculators of work and pay stand."""

from donghanh.calculators.values import Basis


def labour_code(article: str, clause: str = "", point: str = "") -> Basis:
    """Name a place in the Labour Code."""
    return Basis("45/2019/QH14", article, clause, point)


def decree_145(article: str, clause: str = "", point: str = "") -> Basis:
    """Name a place in the decree on working conditions and labour relations."""
    return Basis("145/2020/NĐ-CP", article, clause, point)
