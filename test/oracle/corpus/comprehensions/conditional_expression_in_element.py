def label(values, default):
    return [value if value else default for value in values if (value if default else values)]
