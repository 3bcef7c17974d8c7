groups = {}
names = [name for group in groups for name in [group for group in groups[group]]]
