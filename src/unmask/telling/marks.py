"""Signs that no story can hold. They stand in a paragraph while it is put together, and are gone when it is told."""

GAP = "\0"  # something was left unsaid here
INSERTED = "\1"  # a name or a value follows that was put in
OWN = "\2"  # the stop before it belongs to the name or the abbreviation that was put in
ENDS = "\3"  # the stop before it ends a sentence that was put in
ARTICLE = "\4"  # `a` or `an` stands before it, and what follows was put in or chosen
