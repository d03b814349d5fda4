"""The tree of alignment over random aims: everything has one place, and no circle is ever let in."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.model.aim import Aim, AimKind
from core.model.aim_rules import AimRefused, GoesRound, with_aim
from core.model.alignment import Branch, Tree, circle_of_move, grow, pruned
from core.model.alignment_report import count, topmost, unserved
from core.model.circles import circles
from core.model.objective import Objective, Progress, Status

IDS = "abcdefgh"
KINDS = st.sampled_from(AimKind)


def aim(aim_id: str, parent_id: str | None = None, kind: AimKind = AimKind.PRIORITY) -> Aim:
    return Aim(aim_id, "vale", kind, f"Aim {aim_id}", parent_id)


def objective(number: int, aim_id: str | None, status: Status | None = None) -> Objective:
    return Objective(
        f"o{number}",
        "vale",
        f"person-{number % 3}",
        f"O{number}",
        "",
        aim_id=aim_id,
        latest=Progress(status=status),
    )


# Parents may be missing, or lead round in circles: whatever a database could hold.
STORED = st.lists(
    st.builds(aim, st.sampled_from(IDS), st.one_of(st.none(), st.sampled_from(IDS + "z")), KINDS),
    unique_by=lambda each: each.id,
    max_size=8,
)
OBJECTIVES = st.lists(
    st.tuples(st.one_of(st.none(), st.sampled_from(IDS + "z")), st.one_of(st.none(), st.sampled_from(Status))),
    max_size=12,
).map(lambda found: [objective(number, *each) for number, each in enumerate(found)])


@given(STORED, OBJECTIVES)
def test_every_aim_and_every_objective_appears_exactly_once(aims, objectives):
    tree = grow(aims, objectives)
    assert Counter(branch.aim.id for branch in tree.branches()) == Counter(each.id for each in aims)
    placed = [each.id for branch in tree.branches() for each in branch.objectives]
    assert Counter(placed + [each.id for each in tree.adrift]) == Counter(each.id for each in objectives)


@given(STORED, OBJECTIVES)
def test_an_objective_that_names_no_aim_that_is_there_is_adrift(aims, objectives):
    known = {each.id for each in aims}
    assert [each.id for each in grow(aims, objectives).adrift] == [
        each.id for each in objectives if each.aim_id not in known
    ]


@given(STORED, OBJECTIVES)
def test_what_is_pruned_loses_nothing_that_was_to_be_kept(aims, objectives):
    tree = grow(aims, objectives)
    kept = [each for root in pruned(tree, lambda branch: bool(branch.objectives)) for each in root.branches()]
    serving = [each.aim.id for each in tree.branches() if each.objectives]
    assert [each.aim.id for each in kept if each.objectives] == serving
    assert all(each.all_objectives() for each in kept)


@given(STORED, OBJECTIVES)
def test_what_is_counted_at_the_tops_is_everything_that_serves(aims, objectives):
    tree = grow(aims, objectives)
    counted = count(tree, {each.id: {each.person_id} for each in objectives})
    tops = [each for each in counted if each.depth == 0]
    assert sum(each.objectives for each in tops) == len(objectives) - len(tree.adrift)
    assert all(each.struggling <= each.objectives and each.people <= each.objectives for each in counted)
    assert all(
        (each in unserved(counted, each.kind)) == (row.objectives == 0) for row in counted for each in [row.aim]
    )


@given(STORED, OBJECTIVES)
def test_the_topmost_of_what_nobody_serves_stand_for_all_of_it(aims, objectives):
    counted = count(grow(aims, objectives), {})
    for kind in AimKind:
        nobody = unserved(counted, kind)
        tops = topmost(counted, nobody)
        below = {each.aim.id for top in tops for each in _branch(grow(aims), top.id).branches()}
        assert {each.id for each in nobody} <= below
        assert set(tops) <= set(nobody)


def _branch(tree: Tree, aim_id: str) -> Branch:
    return next(branch for branch in tree.branches() if branch.aim.id == aim_id)


MOVES = st.lists(st.tuples(st.sampled_from(IDS), st.one_of(st.none(), st.sampled_from(IDS)), KINDS), max_size=30)


@given(MOVES)
def test_whatever_is_added_and_moved_stays_a_forest_of_goals_below_priorities(moves):
    aims: list[Aim] = []
    for aim_id, parent_id, kind in moves:
        try:
            aims = with_aim(aims, aim(aim_id, parent_id, kind))
        except AimRefused:
            continue
        above = {each.id: each.parent_id for each in aims}
        assert list(circles(above)) == []
        assert all(parent is None or parent in above for parent in above.values())
        by_id = {each.id: each for each in aims}
        for each in aims:
            if each.kind is AimKind.PRIORITY and each.parent_id:
                assert by_id[each.parent_id].kind is AimKind.PRIORITY


@given(MOVES)
def test_exactly_those_moves_are_circles_that_would_make_one(moves):
    aims = [aim(each) for each in IDS]
    for aim_id, parent_id, _ in moves:
        moved = [replace(each, parent_id=parent_id) if each.id == aim_id else each for each in aims]
        makes_one = list(circles({each.id: each.parent_id for each in moved}))
        named = circle_of_move(aims, aim_id, parent_id)
        assert {each.id for each in named} == {each for circle in makes_one for each in circle}
        if named:
            assert named[0].id == aim_id
        else:
            aims = moved


def test_a_circle_is_named_from_what_was_moved_round_to_it():
    aims = [aim("a"), aim("b", "a"), aim("c", "b")]
    try:
        with_aim(aims, replace(aims[0], parent_id="c"))
    except GoesRound as refused:
        assert [each.id for each in refused.circle] == ["a", "c", "b"]
    else:
        raise AssertionError("a circle was let in")
