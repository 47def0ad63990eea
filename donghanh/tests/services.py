"""What each function does, read from its source: whom it asks, what it writes, what it calls."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

AUTHORIZE = ("donghanh.org.access.authorize", "donghanh.legal.access.authorize_keeper")
"""At a unit, and for what belongs to no unit: the law of the whole site."""
RECORD = "donghanh.core.audit.record"
_WRITES = {
    "bulk_create", "bulk_update", "create", "create_user", "delete", "get_or_create", "save", "set",
    "update_or_create",
}  # fmt: skip


@dataclass
class Function:
    """One function: whether it changes rows by itself, and whom it calls, for its actor or at all."""

    parameters: set[str]
    writes: bool
    calls: set[str] = field(default_factory=set)
    calls_for_actor: set[str] = field(default_factory=set)


class Calls:
    """Who calls whom in the house, followed through imports and re-exports."""

    def __init__(self, modules: Iterable[tuple[str, ast.Module]]) -> None:
        self._functions: dict[str, Function] = {}
        self._imports: dict[str, str] = {}
        for module, tree in modules:
            self._read(module, tree)

    def services(self) -> Iterator[tuple[str, Function]]:
        """Give every public function of a room's ``services``: in a package, what others import from it."""
        public = {self._origin(imported) for place, imported in self._imports.items() if _outside(place, imported)}
        for name, function in self._functions.items():
            module, _, last = name.rpartition(".")
            is_public = module.endswith(".services") or not public.isdisjoint({name, module})
            if ".services" in module and is_public and not last.startswith("_"):
                yield name, function

    def asks(self, name: str) -> bool:
        """Tell whether a function asks for the right to act, itself or in one called for its actor."""
        return any(self._reaches(name, right) for right in AUTHORIZE)

    def records(self, name: str) -> bool:
        """Tell whether a function leaves a trace of its actor."""
        return self._reaches(name, RECORD)

    def writes(self, name: str) -> bool:
        """Tell whether a function changes rows, itself or in one it calls."""
        reached = self._reached(name, lambda function: function.calls)
        return any(here in self._functions and self._functions[here].writes for here in reached)

    def _reaches(self, name: str, goal: str) -> bool:
        return goal in self._reached(name, lambda function: function.calls_for_actor)

    def _reached(self, name: str, calls: Callable[[Function], set[str]]) -> Iterator[str]:
        """Give a function and whatever it leads to, each once: in a large house they call each other in circles."""
        waiting, seen = [name], set()
        while waiting:
            here = self._origin(waiting.pop())
            if here not in seen:
                seen.add(here)
                yield here
                waiting.extend(calls(self._functions[here]) if here in self._functions else ())

    def _origin(self, name: str) -> str:
        while name not in self._functions and name in self._imports:
            name = self._imports[name]
        return name

    def _read(self, module: str, tree: ast.Module) -> None:
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    place, imported = f"{module}.{alias.asname or alias.name}", f"{node.module}.{alias.name}"
                    if place != imported:  # A package that imports a module of its own leads nowhere else.
                        self._imports[place] = imported
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                self._functions[f"{module}.{node.name}"] = self._function(module, node)

    def _function(self, module: str, node: ast.FunctionDef) -> Function:
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        calls = [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]
        function = Function({argument.arg for argument in arguments}, any(map(_is_write, calls)))
        for call in calls:
            name = self._called(module, call.func)
            function.calls.add(name)
            given = [*call.args, *(keyword.value for keyword in call.keywords)]
            if any(isinstance(part, ast.Name) and part.id == "actor" for part in given):
                function.calls_for_actor.add(name)
        return function

    def _called(self, module: str, called: ast.expr) -> str:
        if isinstance(called, ast.Name):
            return f"{module}.{called.id}"
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            through = self._imports.get(f"{module}.{called.value.id}", called.value.id)
            return f"{through}.{called.attr}"
        return ""


def _outside(place: str, imported: str) -> bool:
    """Tell whether a name of a package ``services`` is taken by another module than one within it.

    The demo, which makes up whole histories, may take the pieces that services are made of.
    """
    if place.startswith("donghanh.demo."):
        return False
    package = imported.partition(".services")[0] + ".services"
    return not place.startswith(f"{package}.") or place.count(".") == package.count(".") + 1


def _is_write(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    # A dict has update() too; rows are updated through a queryset, which is a call or a manager.
    through = call.func.value
    if call.func.attr == "update":
        return isinstance(through, ast.Call) or (isinstance(through, ast.Attribute) and through.attr == "objects")
    return call.func.attr in _WRITES
