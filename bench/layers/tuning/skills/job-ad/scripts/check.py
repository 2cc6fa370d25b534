raise SystemExit("a skill's scripts never run")
