results = [value for value in (lambda: [value for value in ()])()]
calls = [call() for call in [lambda: call]]
later = [a for b in [1] for a in (lambda: [b])()]
