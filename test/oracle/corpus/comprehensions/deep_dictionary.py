config = {
    section: {
        option: [
            (section, option, value)
            for value in values
            if value  # keep what is set
        ]
        for option, values in options.items()
    }
    # comment before the clause
    for section, options in {}.items()
}
