def outer():
    def helper():
        return 1

    class Helper:
        pass

    import helpers

    def replace():
        nonlocal helper, Helper, helpers
        helper = Helper = helpers = None

    return replace, helper, Helper, helpers
