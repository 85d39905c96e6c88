"""Full-text search over Whoosh; shows only its own query and result types, so that another engine could stand behind."""
