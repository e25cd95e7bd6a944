"""Whether roles can be filled with different people."""

from collections.abc import Collection, Mapping, Sequence

from unmask.problems import in_world
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.world.model import Role


def too_few(span: Span, name: str, roles: Sequence[Role], members: Mapping[str, tuple[str, ...]]) -> Problem | None:
    """What to tell of a scene or a motif that has more roles than there are people of their kinds."""
    if can_be_filled([members[role.kind] for role in roles]):
        return None
    return in_world.not_enough_people(span, name, len(roles), {role.kind: members[role.kind] for role in roles})


def can_be_filled(fitting: Sequence[Collection[str]]) -> bool:
    """Whether each role can have somebody of its own, where `fitting` are those who fit each: a matching, by augmenting paths."""
    plays: dict[str, int] = {}

    def cast(role: int, asked: set[str]) -> bool:
        for person in fitting[role]:
            if person in asked:
                continue
            asked.add(person)
            if person not in plays or cast(plays[person], asked):
                plays[person] = role
                return True
        return False

    return all(cast(role, set()) for role in range(len(fitting)))
