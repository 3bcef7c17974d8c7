def common(left, right):
    return {name for name in left if name in {name.lower() for name in right} or [name for name in ()]}
