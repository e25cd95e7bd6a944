"""Compiles functions in a small part of Python to the LLVM IR that does the same.

What there is: whole numbers of 64 bits (`int`), `float`, rows of either in memory, `if`, `while`, `for … in range(…)`, `return`, and
calls. One promise: whatever goes beyond that is refused when it is compiled, and nothing is checked when it runs.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping
from typing import NamedTuple, NoReturn, TypeVar

Words = list[int]
"""A row of numbers of 64 bits."""
Halves = list[int]
"""A row of numbers of 32 bits."""
Reals = list[float]
"""A row of floating-point numbers."""
Bytes = list[int]
"""A row of bytes."""


Row = TypeVar("Row", list[int], list[float])


class OnlyCompiled(Exception):
    """Somebody called, from Python, what stands for a piece of a program and means something only there."""


# What only means something once it is compiled.


def words(place: int) -> Words:
    """The row that stands at a place in memory."""
    raise OnlyCompiled


def halves(place: int) -> Halves:
    """The row that stands at a place in memory."""
    raise OnlyCompiled


def octets(place: int) -> Bytes:
    """The row that stands at a place in memory."""
    raise OnlyCompiled


def beyond(row: Row, places: int) -> Row:
    """What is left of a row from so many places on."""
    raise OnlyCompiled


class Outside(NamedTuple):
    """A function that is not written here: what it gives and takes, as LLVM names them."""

    gives: str
    takes: tuple[str, ...]


_KINDS = {"int": "i64", "float": "double", "None": "void", "Words": "i64*", "Halves": "i32*", "Reals": "double*", "Bytes": "i8*"}
_CASTS = {"words": "i64*", "halves": "i32*", "octets": "i8*"}
_WHOLE = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.BitAnd: "and",
    ast.BitOr: "or",
    ast.BitXor: "xor",
    ast.LShift: "shl",
    ast.RShift: "lshr",
    ast.FloorDiv: "udiv",
    ast.Mod: "urem",
}
_REAL = {ast.Add: "fadd", ast.Sub: "fsub", ast.Mult: "fmul", ast.Div: "fdiv"}
_TESTS = {ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "slt", ast.LtE: "sle", ast.Gt: "sgt", ast.GtE: "sge"}
_FLOAT_TESTS = {"eq": "oeq", "ne": "une", "slt": "olt", "sle": "ole", "sgt": "ogt", "sge": "oge"}


def loops(functions: list[Callable[..., object]], constants: Mapping[str, int], outside: Mapping[str, Outside]) -> str:
    """The text of a module's functions. Of each, `inline` in its docstring's first word makes it part of whoever calls it."""
    parsed = [ast.parse(textwrap.dedent(inspect.getsource(function))).body[0] for function in functions]
    known = {node.name: node for node in parsed if isinstance(node, ast.FunctionDef)}
    return "\n".join(_Function(node, known, constants, outside).text() for node in known.values())


class _Function:
    """Writes one function. Every name is a place in memory, which the compiler turns into a register."""

    def __init__(
        self, node: ast.FunctionDef, known: Mapping[str, ast.FunctionDef], constants: Mapping[str, int], outside: Mapping[str, Outside]
    ) -> None:
        self.node, self.known, self.constants, self.outside = node, known, constants, outside
        self.kinds: dict[str, str] = {}
        self.lines: list[str] = []
        self._last = 0

    def text(self) -> str:
        takes = [(argument.arg, self._kind(argument.annotation)) for argument in self.node.args.args]
        gives = self._kind(self.node.returns)
        for name, kind in takes:
            self._place(name, kind)
            self._do(f"store {_low(kind)} %in.{name}, ptr %{name}")
        self._body(self.node.body)
        self._do("ret void" if gives == "void" else "unreachable")
        places = [f"  %{name} = alloca {_low(kind)}" for name, kind in self.kinds.items()]
        inline = (ast.get_docstring(self.node) or "").startswith("inline")
        taken = ", ".join(f"{_low(kind)} %in.{name}" for name, kind in takes)
        head = f"define {'internal ' if inline else ''}{gives} @{self.node.name}({taken})"
        return "\n".join([f"{head}{' alwaysinline' if inline else ''} {{", *places, *self.lines, "}"])

    # ── text ──

    def _fresh(self) -> str:
        self._last += 1
        return f"%t{self._last}"

    def _put(self, what: str) -> str:
        name = self._fresh()
        self._do(f"{name} = {what}")
        return name

    def _do(self, what: str) -> None:
        self.lines.append(f"  {what}")

    def _block(self, label: str) -> None:
        self.lines.append(f"{label[1:]}:")

    def _place(self, name: str, kind: str) -> None:
        if self.kinds.setdefault(name, kind) != kind:
            self._refuse(name, f"is {self.kinds[name]} and {kind}")

    def _refuse(self, what: str, why: str) -> NoReturn:
        raise TypeError(f"{self.node.name}: {what} {why}")

    def _kind(self, annotation: ast.expr | None) -> str:
        return _KINDS[ast.unparse(annotation)] if annotation is not None else "void"

    # ── what is done ──

    def _body(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Expr(ast.Constant()):
                pass
            case ast.Expr(value):
                self._value(value)
            case ast.Assign([target], value):
                self._assign(target, *self._value(value))
            case ast.AugAssign(target, operator, value):
                self._assign(target, *self._value(ast.BinOp(target, operator, value)))
            case ast.If(test, then, otherwise):
                self._if(test, then, otherwise)
            case ast.While(test, body):
                self._while(test, body, [])
            case ast.For(ast.Name(name), ast.Call(ast.Name("range"), [*lows, high]), body) if len(lows) < 2:
                low = lows[0] if lows else ast.Constant(0)
                self._assign(ast.Name(name), *self._value(low))
                one = ast.AugAssign(ast.Name(name), ast.Add(), ast.Constant(1))
                self._while(ast.Compare(ast.Name(name), [ast.Lt()], [high]), body, [one])
            case ast.Return(None):
                self._leave("ret void")
            case ast.Return(ast.expr() as value):
                found, kind = self._value(value)
                self._leave(f"ret {_low(kind)} {found}")
            case _:
                self._refuse(ast.unparse(node), "is more than plain")

    def _leave(self, how: str) -> None:
        self._do(how)
        self._block(f"%b{self._fresh()[2:]}")

    def _assign(self, target: ast.expr, found: str, kind: str) -> None:
        match target:
            case ast.Name(name):
                self._place(name, kind)
                self._do(f"store {_low(kind)} {found}, ptr %{name}")
            case ast.Subscript(row, index):
                place, inner = self._element(row, index)
                if inner in ("i32", "i8"):
                    found = self._put(f"trunc i64 {found} to {inner}")
                self._do(f"store {inner} {found}, ptr {place}")
            case _:
                self._refuse(ast.unparse(target), "cannot be given a value")

    def _if(self, test: ast.expr, then: list[ast.stmt], otherwise: list[ast.stmt]) -> None:
        yes, no, on = (f"%b{self._fresh()[2:]}" for _ in range(3))
        self._branch(test, yes, no)
        self._block(yes)
        self._body(then)
        self._do(f"br label {on}")
        self._block(no)
        self._body(otherwise)
        self._do(f"br label {on}")
        self._block(on)

    def _while(self, test: ast.expr, body: list[ast.stmt], after: list[ast.stmt]) -> None:
        again, yes, on = (f"%b{self._fresh()[2:]}" for _ in range(3))
        self._do(f"br label {again}")
        self._block(again)
        self._branch(test, yes, on)
        self._block(yes)
        self._body([*body, *after])
        self._do(f"br label {again}")
        self._block(on)

    def _branch(self, test: ast.expr, yes: str, no: str) -> None:
        """Go on at one of two places; a part of an `and` or `or` is looked at only where it matters."""
        match test:
            case ast.BoolOp(operator, [first, *rest]):
                middle = f"%b{self._fresh()[2:]}"
                self._branch(first, *((middle, no) if isinstance(operator, ast.And) else (yes, middle)))
                self._block(middle)
                self._branch(rest[0] if len(rest) == 1 else ast.BoolOp(operator, rest), yes, no)
            case ast.UnaryOp(ast.Not(), operand):
                self._branch(operand, no, yes)
            case ast.Compare(left, [operator], [right]):
                one, kind = self._value(left)
                other, other_kind = self._value(right)
                if kind != other_kind:
                    self._refuse(ast.unparse(test), f"compares {kind} with {other_kind}")
                how = _TESTS[type(operator)]
                truth = self._put(
                    f"fcmp {_FLOAT_TESTS[how]} double {one}, {other}" if kind == "double" else f"icmp {how} i64 {one}, {other}"
                )
                self._do(f"br i1 {truth}, label {yes}, label {no}")
            case ast.Constant(True):
                self._do(f"br label {yes}")
            case _:
                self._refuse(ast.unparse(test), "is no test")

    # ── what there is ──

    def _value(self, node: ast.expr) -> tuple[str, str]:
        match node:
            case ast.Constant(int() as number):
                return str(number), "i64"
            case ast.Constant(float() as number):
                return _decimal(number), "double"
            case ast.UnaryOp(ast.USub(), ast.Constant(int() as number)):
                return str(-number), "i64"
            case ast.Name(name) if name in self.kinds:
                kind = self.kinds[name]
                return self._put(f"load {_low(kind)}, ptr %{name}"), kind
            case ast.Name(name) if name in self.constants:
                return str(self.constants[name]), "i64"
            case ast.BinOp(left, operator, right):
                return self._operation(node, left, operator, right)
            case ast.Subscript(row, index):
                place, inner = self._element(row, index)
                found = self._put(f"load {inner}, ptr {place}")
                if inner in ("i32", "i8"):
                    return self._put(f"sext {inner} {found} to i64"), "i64"
                return found, inner
            case ast.Call(ast.Name(name), operands):
                return self._call(name, operands)
            case _:
                self._refuse(ast.unparse(node), "is more than plain")

    def _operation(self, node: ast.expr, left: ast.expr, operator: ast.operator, right: ast.expr) -> tuple[str, str]:
        one, kind = self._value(left)
        other, other_kind = self._value(right)
        how = (_REAL if kind == "double" else _WHOLE).get(type(operator))
        if kind != other_kind or kind not in ("i64", "double") or how is None:
            self._refuse(ast.unparse(node), f"joins {kind} and {other_kind}")
        return self._put(f"{how} {kind} {one}, {other}"), kind

    def _element(self, row: ast.expr, index: ast.expr) -> tuple[str, str]:
        base, kind = self._value(row)
        if not kind.endswith("*"):
            self._refuse(ast.unparse(row), "is no row")
        at, _ = self._value(index)
        return self._put(f"getelementptr inbounds {kind[:-1]}, ptr {base}, i64 {at}"), kind[:-1]

    def _call(self, name: str, operands: list[ast.expr]) -> tuple[str, str]:
        if name == "beyond":  # the same row, from so many places on
            place, inner = self._element(operands[0], operands[1])
            return place, f"{inner}*"
        given = [self._value(operand) for operand in operands]
        if name in _CASTS:
            return self._put(f"inttoptr i64 {given[0][0]} to ptr"), _CASTS[name]
        if name == "real":
            return self._put(f"sitofp i64 {given[0][0]} to double"), "double"
        if name in self.outside:
            return self._call_outside(name, given)
        function = self.known.get(name)
        if function is None or len(function.args.args) != len(given):
            self._refuse(name, "is called and not known, or with too many or too few")
        takes = [self._kind(argument.annotation) for argument in function.args.args]
        if takes != [kind for _, kind in given]:
            self._refuse(name, f"takes {takes}")
        gives = self._kind(function.returns)
        text = f"call {_low(gives)} @{name}({', '.join(f'{_low(kind)} {found}' for found, kind in given)})"
        return ("", gives) if self._is_void(gives, text) else (self._put(text), gives)

    def _is_void(self, gives: str, text: str) -> bool:
        if gives == "void":
            self._do(text)
        return gives == "void"

    def _call_outside(self, name: str, given: list[tuple[str, str]]) -> tuple[str, str]:
        gives, takes = self.outside[name]
        texts = []
        for (found, kind), wanted in zip(given, takes, strict=True):
            narrowed = self._put(f"trunc i64 {found} to {wanted}") if kind == "i64" and wanted not in ("i64", "ptr") else found
            texts.append(f"{wanted} {narrowed}")
        text = f"call {gives} @{name}({', '.join(texts)})"
        if self._is_void(gives, text):
            return "", gives
        found = self._put(text)
        return (self._put(f"sext {gives} {found} to i64") if gives not in ("i64", "double") else found), (
            "double" if gives == "double" else "i64"
        )


def _low(kind: str) -> str:
    return "ptr" if kind.endswith("*") else kind


def _decimal(number: float) -> str:
    """A number with a point in it, as LLVM wants it even before an exponent."""
    text = repr(number)
    return text if "." in text else text.replace("e", ".0e")
