"""Keep evidence of an objective: typed, from a message, or from thanks."""

from core.cards import evidence as cards
from core.chat.effect import Outcome
from core.model.evidence import Evidence, EvidenceSource
from core.services.find_objective import Found
from core.services.tell import to_person, to_self
from core.turn import Turn


async def keep_evidence(
    turn: Turn,
    found: Found,
    evidence_id: str,
    text: str,
    link: str,
    source: EvidenceSource,
    recognition_id: str | None = None,
) -> Outcome:
    """Keep it once, say so, and tell the owner where someone else kept it."""
    kept = Evidence(
        evidence_id,
        turn.person.tenant_id,
        found.objective.id,
        text,
        link,
        turn.person.id,
        turn.now,
        source,
        recognition_id,
    )
    is_new = await turn.store.evidence.add(kept)
    own = to_self(turn, cards.kept(turn.person, found.objective, kept, is_new=is_new), "evidence")
    if not is_new or found.owner.id == turn.person.id:
        return Outcome(durable=(own,))
    news = cards.added_by(found.owner, turn.person, found.objective, kept)
    return Outcome(durable=(own, to_person(turn, found.owner, news, "evidence-news")))
