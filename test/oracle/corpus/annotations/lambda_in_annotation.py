def apply(action: (lambda value: value)) -> (lambda: action):
    return action


action: (lambda action: action) = None
