def outer():
    state = 1

    class Holder:
        state = 2

        def change(self):
            nonlocal state
            state = 3
            return state

        copied = state

    return Holder, state
