"""Addresses of this room."""

from django.urls import path

from donghanh.gatherings.views import check_in, desk, evidence, hall, mine, names, planning, presence, sessions, sheets

app_name = "gatherings"
urlpatterns = [
    path("sessions/", sessions.session_list, name="session-list"),
    path("sessions/week/", sessions.session_week, name="session-week"),
    path("sessions/new/", planning.session_new, name="session-new"),
    path("sessions/co-hosts/", planning.co_host_suggestions, name="co-host-suggestions"),
    path("sessions/<int:session_id>/", sessions.session_detail, name="session-detail"),
    path("sessions/<int:session_id>/history/", sessions.session_history, name="session-history"),
    path("sessions/<int:session_id>/edit/", planning.session_edit, name="session-edit"),
    path("sessions/<int:session_id>/copy/", planning.session_copy, name="session-copy"),
    path("sessions/<int:session_id>/cancel/", planning.session_cancel, name="session-cancel"),
    path("sessions/<int:session_id>/volunteers/", planning.session_volunteers, name="session-volunteers"),
    path("sessions/<int:session_id>/sign-sheet/", sheets.sign_sheet_page, name="session-sign-sheet"),
    path("sessions/<int:session_id>/sign-sheet.<str:extension>", sheets.sign_sheet_file, name="sign-sheet-file"),
    path("sessions/<int:session_id>/presence/", presence.session_presence, name="session-presence"),
    path(
        "sessions/<int:session_id>/presence/<uuid:attendance_id>/annul/",
        presence.attendance_annul,
        name="attendance-annul",
    ),
    path("sessions/<int:session_id>/evidence/<int:evidence_id>/", evidence.evidence_file, name="evidence-file"),
    path("sessions/<int:session_id>/names/", names.session_names, name="session-names"),
    path("sessions/<int:session_id>/names/record/", names.names_record, name="names-record"),
    path("sessions/<int:session_id>/names/template.xlsx", names.names_template, name="names-template"),
    path("sessions/<int:session_id>/desk/", desk.session_desk, name="session-desk"),
    path("sessions/<int:session_id>/desk/people/", desk.desk_people, name="desk-people"),
    path("sessions/<int:session_id>/desk/scan/", desk.desk_scan, name="desk-scan"),
    path("sessions/<int:session_id>/desk/name/", desk.desk_name, name="desk-name"),
    path("sessions/<int:session_id>/desk/walk-in/", desk.desk_walk_in, name="desk-walk-in"),
    path("sessions/<int:session_id>/desk/numbers/", desk.desk_numbers, name="desk-numbers"),
    path("sessions/<int:session_id>/hall/", hall.session_hall, name="session-hall"),
    path("sessions/<int:session_id>/hall/code/", hall.hall_code, name="hall-code"),
    path("check-in/", check_in.check_in, name="check-in"),
    path("check-in/<int:session_id>/", check_in.check_in_session, name="check-in-session"),
    path("check-in/<int:session_id>/done/", check_in.check_in_done, name="check-in-done"),
    path("check-in/<str:session_code>/<str:screen_code>/", check_in.check_in_scan, name="check-in-scan"),
    path("people/<int:worker_id>/sessions/", mine.worker_attendances, name="worker-attendances"),
    path("me/sessions/", mine.my_sessions, name="my-sessions"),
    path("public/sessions/", mine.public_sessions, name="public-sessions"),
]
