"""Title I, chapters V and VII, and title II of book VI: conciliation, SPC, topographies, plant varieties."""
