"""What can happen with a file of contracts."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.importing import actions as importing
from handlers.importing import forgetting
from handlers.importing import template as import_template
from handlers.importing import views as import_views

ROUTES = Routes(
    commands=((Command.IMPORT, import_template.explain),),
    buttons=(
        (import_views.TAKE_IN, importing.take_in),
        (import_views.CANCEL, importing.cancel),
        (import_views.MISTAKES, importing.show_mistakes),
        (import_template.TEMPLATE, import_template.press),
    ),
    duties=(forgetting.wipe_old,),
)
