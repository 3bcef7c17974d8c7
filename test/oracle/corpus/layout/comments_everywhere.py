# before
def outer(  # after the parenthesis
    # alone
    value,  # after a parameter
    # before the end
):  # after the colon
    # before the body

    # and again
    total = (  # open
        value  # value
        # nothing
        + 1
    )
        # deeper
  # shallower
    return total  # after
# between


    # indented, at the end
value = outer  # last
