"""The stand-alone Vietnamese search engine: plain dicts in, frozen dataclasses out, a folder as argument.

`engine.api` is the whole interface: `build`, `apply`, `search`, `suggest`, `status`; `engine.answers` has the
values that go in and out, and the errors. Only this package imports Whoosh; it knows neither Flask nor the
database.

A document is a dict with `id`, `kind`, `title`, `url` and, where they exist, `other_titles`, `summary`,
`body`, `keywords`, `codes`, `places`, `areas`, `levels`, `entries`, `fields` (lists), `covers`, `date`
("YYYY-MM-DD"), `archived` and `popularity` (0 to 1). The vocabulary is the dict of content/synonyms.yaml.

The parts, from letters to answers: text, syllables, keystrokes → vocabulary, lexicon, spelling, repair, query
→ schema, index, postings, snapshot → strengths, scoring, facets, snippets, suggest, search.
"""
