import sys

from guichet.office.commands.registry import main

sys.exit(main())
