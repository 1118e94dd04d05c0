"""The stand-alone Vietnamese search engine: plain dicts in, frozen dataclasses out, a folder as argument.

`engine.api` is the whole interface: `build`, `apply`, `revise`, `search`, `suggest`, `status`; the values
that go in and out, and the errors, are in `engine.answers`. Only this package imports Whoosh; it knows
neither Flask nor the database.

A document is a dict with `id`, `kind`, `title`, `url` and, where they exist, `other_titles`, `called`
(further whole names that need no place in completions), `summary`, `body`, `keywords`, `codes`, `places`,
`areas`, `levels`, `entries`, `fields` (lists), `covers`, `date` ("YYYY-MM-DD"), `due` (list of such dates),
`archived` and `popularity` (0 to 1). The vocabulary is the dict of content/synonyms.yaml, with `places`
(names, areas, wider, small) beside it.

The parts, from letters to answers: text, syllables, keystrokes → vocabulary, lexicon, spelling, repair,
units, query, conditions → schema, files, index, generations, postings, records, snapshot, kept → strengths,
candidates, parts, scoring, naming, order, facets, snippets, suggest, search. docs/search.md tells the way of
a query through them.
"""
