def make(callbacks):
    for callback in callbacks:
        yield lambda callback=callback: callback()
    yield lambda *, value=callbacks: value
