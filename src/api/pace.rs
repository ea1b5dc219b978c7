//! At most one request a second, of all processes of a user together.
