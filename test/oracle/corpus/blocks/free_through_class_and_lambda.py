def outer():
    seen = []

    class Recorder:
        def record(self, event):
            return lambda: seen.append((self, event))

    return Recorder
