"""Why an article is where it is, in lines for a person."""

from tocsin.core.grouping import tell
from tocsin.core.model import Join, Placement


def reasons(placement: Placement) -> list[str]:
    """The closest article that it was put beside, and the closest story that it was not."""
    lines = []
    if placement.nearest:
        score = f"score {placement.score:.2f}, joined from {placement.threshold:.2f}"
        lines.append(f"closest: article #{placement.nearest} ({score}): {tell(placement)}")
    if placement.how is Join.COPY and placement.copy_of:
        lines.append(f"copy of article #{placement.copy_of}")
    if other := placement.runner_up:
        shared = tell(other.shared) or "nothing"
        lines.append(
            f"not #{other.story_id} (article #{other.article_id}, score {other.score:.2f}):"
            f" {other.why_not}; shared: {shared}"
        )
    return lines
