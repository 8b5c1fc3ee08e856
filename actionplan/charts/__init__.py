"""Stage 5b: figures as charts. One typed value gives a drawing, an interactive figure, a table and a sentence.

Three layers, each unaware of the next: what to show (``participation``, ``commitments``, ``completeness``,
``phases``), the typed values (``data``), and the forms that they take (``words``, ``table``, ``svg``, ``interactive``).
"""
