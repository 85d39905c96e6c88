"""One module a sub-command; each turns arguments into a service call and its answer into text or JSON."""
