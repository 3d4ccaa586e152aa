"""校核: reads a report and finds the figures that cannot be true.

Plain Python, no Django. The door for others:

    checked = check(text)                 # figures, checks, findings of a text
    for block, checks in stream(lines):   # the same paragraph by paragraph, for long texts
    document = read(path)                 # text, Markdown, HTML, .docx or PDF as lines; refuses what it cannot read
    checked = check_paragraphs(document.paragraphs())
    compare(checked, other)               # the same facts in last year's report
    match(figures, entries)               # each figure against the ledger of indicators

A ``Finding`` has a ``severity``: ``fault`` (cannot be true as printed), ``doubtful`` (cannot be true under the likely
reading) or ``note`` (a digit cut off). A ``Check`` that the text is not clear enough for has ``holds`` None.
"""
