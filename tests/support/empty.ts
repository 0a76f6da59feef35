// Stands in for `server-only`, which Next provides and which has nothing to say in a test.
export {}
