"""Writes the code for who plays in a scene: which casts may, the draw of one, and the way to its code.

A scene without roles is one with a single cast that needs no draw.
"""

from collections.abc import Callable

from unmask.kernel.choices import Choices
from unmask.kernel.code import Truth
from unmask.kernel.counting import Counting
from unmask.kernel.playing import Playing
from unmask.kernel.settling import Settling
from unmask.kernel.shapes import Family, Flattening, Member, families
from unmask.motif.events import NAMELESS
from unmask.world.ground import with_cast
from unmask.world.model import MOST_WEIGHT, Motive, Passage, Scene
from unmask.world.places import Used
from unmask.world.sites import Site, parts_of
from unmask.world.walk import mentions


class Casts:
    """Writes who may play, and who does."""

    def __init__(self, playing: Playing, counting: Counting, choices: Choices, settling: Settling, flattening: Flattening) -> None:
        self.playing = playing
        self.code = playing.code
        self.counting = counting
        self.choices = choices
        self.settling = settling
        self.flattening = flattening
        self.sites = playing.sites
        self.places = playing.layout.places
        self._families: dict[int, list[Family]] = {}
        self._entries: dict[int, list[Family]] = {}
        self._choosing = False
        playing.cell("cast", "i32")
        playing.cell("rest", "i32")
        playing.cell("all", "i64")
        most = max((len(self.places.casts(scene)) for scene in self.sites.world.scenes if scene.roles), default=0)
        self.weights = "%weights" if playing.form.explore else "%cell.weights"
        if most and not playing.form.explore:
            playing.cell("weights", f"[{most} x i32]")

    # ── shapes ──

    def families_of(self, number: int, scene: Scene) -> list[Family]:
        """The casts of a scene by shape: what is played."""
        if number not in self._families:
            members = []
            bare = without_prose(scene)
            for index, cast in enumerate(self.places.casts(scene)):
                played = with_cast(self.places.world, bare, cast)
                shape, places = self.flattening.scene(played)
                members.append((shape, Member(played, number, index, places)))
            self._families[number] = families(members)
        return self._families[number]

    def entries_of(self, number: int, scene: Scene) -> list[Family]:
        """The casts of a scene by shape: what decides whether they play it."""
        if number not in self._entries:
            members = []
            roles = {role.name for role in scene.roles}
            about_roles = tuple(motive for motive in scene.motives if mentions(motive, roles))
            bare = scene._replace(motives=about_roles, opening=Passage(), arrows=(), moments=(), in_brief=())
            for index, cast in enumerate(self.places.casts(scene)):
                bound = with_cast(self.places.world, bare, cast)
                used = Used(scene.name, cast) if scene.once else None
                shape, places = self.flattening.entry(bound, used)
                members.append((shape, Member(bound, number, index, places)))
            self._entries[number] = families(members)
        return self._entries[number]

    def motives_of_scene(self, scene: Scene) -> tuple[Motive, ...]:
        """The motives that choose the scene; those that speak of roles choose the cast."""
        roles = {role.name for role in scene.roles}
        return tuple(motive for motive in scene.motives if not mentions(motive, roles))

    @staticmethod
    def label(number: int, family: int) -> str:
        """The block in which casts of a family begin to play."""
        return f"play.{number}.{family}"

    # ── may anybody play it? ──

    def may_play(self, number: int, scene: Scene) -> Truth:
        """Whether a scene can be played, with anybody."""
        if not scene.roles:
            self.playing.family = self.entries_of(number, scene)[0]
            is_open = self._is_open(number, scene, self.playing.family)
            self.playing.family = None
            return is_open
        code = self.code
        anybody = self.playing.cell(f"anybody.{number}", "i1")
        code.store("i1", "false", anybody)
        done = code.fresh("known")

        def found(is_open: Truth) -> None:
            if self.sites.wanted.gates:  # every cast is asked, and counted
                code.store("i1", code.put(f"or i1 {code.load('i1', anybody)}, {is_open.text}"), anybody)
                return
            yes = code.fresh("somebody")
            no = code.fresh("nobody")
            code.split(is_open, yes, no)
            code.block(yes)
            code.store("i1", "true", anybody)
            code.go(done)
            code.block(no)

        self._for_each(number, scene, lambda family: found(self._is_open(number, scene, family)), done)
        return Truth(code.load("i1", anybody))

    def _for_each(self, number: int, scene: Scene, do: Callable[[Family], None], done: str) -> None:
        """Go through all casts in order; `do` writes what is done with one of a family."""
        code, playing = self.code, self.playing
        entries = self.entries_of(number, scene)
        count = len(self.places.casts(scene))
        loop, body, on = code.fresh("casts"), code.fresh("cast"), code.fresh("next.cast")
        playing.set("cast", "0")
        code.block(loop)
        now = playing.get("cast")
        code.split(Truth(code.put(f"icmp slt i32 {now}, {count}")), body, done)
        code.block(body)
        which, position = _whereabouts(entries, count)
        playing.set("member", playing.looked_up(position, now))
        labels = [code.fresh("entry") for _ in entries]
        if not labels:
            code.go(done)
        else:
            code.switch(playing.looked_up(which, now), labels)
        for label, family in zip(labels, entries, strict=True):
            code.block(label)
            playing.family = family
            do(family)
            playing.family = None
            code.go(on)
        code.block(on)
        code.bump("i32", "%cell.cast")
        code.go(loop)
        code.block(done)

    def _is_open(self, number: int, scene: Scene, family: Family) -> Truth:
        entry = family.members[0].scene
        conditions = [self.playing.values.truth(part) for part in parts_of(entry.conditions)]
        is_open = self.code.both(conditions)
        if scene.once:
            used = self.code.as_truth(self.playing.read(Used(scene.name, entry.cast)))
            is_open = self.code.both([is_open, self.code.negated(used)])
        if self.sites.wanted.gates and not self._choosing:
            gate = self.sites.gate_of["scene", Site(number), scene.name]
            self.counting.asked(self.sites.gate_at[gate], "0", conditions, is_open)
        return is_open

    # ── who plays it ──

    def choose(self, number: int, scene: Scene) -> None:
        """Draw a cast, where there are roles, and go to where it begins to play."""
        code, playing = self.code, self.playing
        found = self.families_of(number, scene)
        if not scene.roles:
            playing.set("member", "0")
            code.go(self.label(number, 0))
            return
        if not found:  # nobody fits the roles, and the scene is never drawn
            code.go("over.dead")
            return
        self.choices.arrive("cast", Site(number), None)
        self._choosing = True
        code.store("i64", "0", "%cell.all")
        self._for_each(number, scene, self._weigh(number, scene), code.fresh("weighed"))
        self._choosing = False
        total = code.load("i64", "%cell.all")
        code.leave_if(Truth(code.put(f"icmp sgt i64 {total}, {MOST_WEIGHT}")), "over.dead")
        if playing.form.explore:
            self.choices.answer(len(self.places.casts(scene)))
            playing.set("cast", "%way")
        else:
            playing.set("rest", self.choices.below(code.put(f"trunc i64 {total} to i32")))
            self._pick()
        self._begin(number, scene, found)

    def _weigh(self, number: int, scene: Scene) -> Callable[[Family], None]:
        code, playing = self.code, self.playing

        def weigh(family: Family) -> None:
            is_open = self._is_open(number, scene, family)
            weight = playing.as_i32(self.choices.of_motives(family.members[0].scene.motives).weight)
            kept = weight if is_open.known else code.put(f"select i1 {is_open.text}, i32 {weight}, i32 0")
            code.store("i32", kept, code.element("i32", self.weights, playing.wide(playing.get("cast"))))
            code.bump("i64", "%cell.all", code.put(f"zext i32 {kept} to i64"))

        return weigh

    def _pick(self) -> None:
        """The first cast whose cumulative weight exceeds the number drawn."""
        code, playing = self.code, self.playing
        look, on, done = code.fresh("pick"), code.fresh("pick.on"), code.fresh("picked")
        playing.set("cast", "0")
        code.block(look)
        weight = code.look("i32", code.element("i32", self.weights, playing.wide(playing.get("cast"))))
        rest = playing.get("rest")
        code.split(Truth(code.put(f"icmp ult i32 {rest}, {weight}")), done, on)
        code.block(on)
        playing.set("rest", code.put(f"sub i32 {rest}, {weight}"))
        code.bump("i32", "%cell.cast")
        code.go(look)
        code.block(done)

    def _begin(self, number: int, scene: Scene, found: list[Family]) -> None:
        code, playing = self.code, self.playing
        now = playing.get("cast")
        start = self.sites.cast_code(number, self.places.casts(scene)[0])
        self.counting.event_happens(NAMELESS)
        self.settling.over_if_it_holds()
        self.counting.chosen(code.put(f"add i32 {now}, {start}"))
        which, position = _whereabouts(found, len(self.places.casts(scene)))
        playing.set("member", playing.looked_up(position, now))
        code.switch(playing.looked_up(which, now), [self.label(number, index) for index in range(len(found))])


def _whereabouts(found: list[Family], count: int) -> tuple[list[int], list[int]]:
    """For each cast its family, and its position in it."""
    which, position = [0] * count, [0] * count
    for index, family in enumerate(found):
        for at, member in enumerate(family.members):
            which[member.cast], position[member.cast] = index, at
    return which, position


def without_prose(scene: Scene) -> Scene:
    """A scene without what is told of it."""

    def bare(passage: Passage) -> Passage:
        return passage._replace(lines=())

    moments = tuple(
        moment._replace(
            opening=bare(moment.opening),
            closing=bare(moment.closing),
            options=tuple(option._replace(passage=bare(option.passage)) for option in moment.options),
        )
        for moment in scene.moments
    )
    return scene._replace(opening=bare(scene.opening), moments=moments, in_brief=())
