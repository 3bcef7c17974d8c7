def first(a, b):
    match (
        a).b:
        case [d, *e]:
            d
    match (  # the subject
        a)[
        b]:
        case -1:
            e


def second(a, match, type):
    match (a
        ).b:
        case [d, *e
        ]:
            d
    match [
match]:
        case [
type]:
            pass
    match (
        # alone
match, a):
        case (
            match,
            type): type
