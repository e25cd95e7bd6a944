"""Where an expression stands: whose mind weighs it, whose fields it may name barely, who is there, what is wanted."""

from typing import NamedTuple

from unmask.world.model import Type

AUTHOR = "the author"
CAMERA = "the camera"


class Wanted(NamedTuple):
    """What can stand in a place: values of these sorts, or of this type; anything, where neither is known.

    `asked` is something that has a value rather than the value, `settable` what may stand after `~`, `people` where a person may stand too.
    """

    sorts: tuple[str, ...] = ()
    type: Type | None = None
    asked: bool = False
    settable: bool = False
    people: bool = False

    def takes(self, found: Type) -> bool:
        """Whether a value of this type can stand there."""
        if self.type is not None and self.type.sort != "unknown":
            return self.type.holds(found)
        return not self.sorts or found.sort in self.sorts


class Scope(NamedTuple):
    """`mind` is AUTHOR (bound by nothing), CAMERA (facts and open fields only), or a person or role.

    `owner` is whose fields need no owner before them, "" for nobody's. `scene` names the scene whose facts count. `roles` are
    names that stand for a person of a kind. `people` are those present, None where presence does not matter. `heard_by` are those
    to whom the camera's lines are told, empty for everybody. `in_prose` is between braces. `wanted` is what can stand in a place where
    there is a name that nobody knows.
    """

    mind: str = AUTHOR
    owner: str = ""
    scene: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] | None = None
    heard_by: tuple[str, ...] = ()
    may_look_back: bool = False
    counts_scenes: bool = False
    has_reason: bool = False
    in_prose: bool = False
    wanted: Wanted = Wanted()

    def kind_of(self, role: str) -> str:
        """The kind of a role, "" where the name is none."""
        return next((kind for name, kind in self.roles if name == role), "")
