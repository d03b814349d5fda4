"""The plain-text form of a card: for notifications, screen readers and typed-only conversation."""

from typing import assert_never

from core.chat.card import (
    Actions,
    Card,
    Chart,
    ChoiceInput,
    DateInput,
    Divider,
    Facts,
    Heading,
    Link,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    ProgressBar,
    Table,
    TextInput,
)


def plain_text(card: Card) -> str:
    """Everything the card says, a part a line; inputs and buttons are named by their labels."""
    lines = [card.title, *(_part(part) for part in card.parts)]
    return "\n".join(line for line in lines if line)


def _part(part: Part) -> str:
    match part:
        case Heading(text=text) | Paragraph(text=text):
            return text
        case Facts(items=items):
            return "\n".join(f"{fact.label}: {fact.value}" for fact in items)
        case ProgressBar():
            status = f" ({part.status_label})" if part.status_label else ""
            return f"{part.label}: {part.caption}{status}"
        case Outline(items=outlined):
            return "\n".join(map(_outlined, outlined))
        case Table(header=header, rows=rows):
            return "\n".join(
                "; ".join(
                    f"{name}: {cell}" if name else cell for name, cell in zip(header, row, strict=True) if cell
                )
                for row in rows
            )
        case Chart():
            return part.caption
        case Link(label=label, address=address):
            return f"{label}: {address}"
        case Divider():
            return ""
        case TextInput(label=label) | DateInput(label=label):
            return label
        case ChoiceInput(label=label, options=options):
            return f"{label} ({' / '.join(option.label for option in options)})"
        case Actions(items=items):
            return " ".join(f"[{action.label}]" for action in items)
        case _:
            assert_never(part)


def _outlined(item: OutlineItem) -> str:
    status = f" ({item.status_label})" if item.status_label else ""
    note = f": {item.note}" if item.note else ""
    return f"{'  ' * item.depth}• {item.text}{note}{status}"
