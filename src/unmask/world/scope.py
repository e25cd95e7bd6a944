"""Where an expression stands: whose mind weighs it, whose fields it may name barely, who is there."""

from typing import NamedTuple

AUTHOR = "the author"
CAMERA = "the camera"


class Scope(NamedTuple):
    """`mind` is AUTHOR (bound by nothing), CAMERA (facts and open fields only), or a person or role.

    `owner` is whose fields need no owner before them, "" for nobody's. `scene` names the scene whose facts count. `roles` are
    names that stand for a person of a kind. `people` are those present, None where presence does not matter. `heard_by` are those
    to whom the camera's lines are told, empty for everybody.
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

    def kind_of(self, role: str) -> str:
        """The kind of a role, "" where the name is none."""
        return next((kind for name, kind in self.roles if name == role), "")
