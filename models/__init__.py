"""The data model: what Atlas CLS speaks about. Imports nothing of ours.

`base` frozen records · `evidence` where a value stands · `layout` a document as read ·
`records` what is extracted · `catalogue` what is stored and served · `fields` one French
label and description a field · `errors` the error tree · `text` folding · `vocabularies` official codes.
"""
