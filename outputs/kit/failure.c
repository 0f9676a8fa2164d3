/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "failure.h"

#include <errno.h>

G_DEFINE_QUARK(co_output_error, co_output_error)

/* @return (transfer full); the system's own words would be in the language of its settings */
static char *reason_of(int system_error)
{
    switch (system_error) {
    case ENOSPC:
        return g_strdup("le disque est plein");
    case EDQUOT:
        return g_strdup("le quota de disque est atteint");
    case EFBIG:
        return g_strdup("le fichier dépasse la taille permise");
    case EROFS:
        return g_strdup("le support est en lecture seule");
    case EACCES:
    case EPERM:
        return g_strdup("accès refusé");
    case ENOENT:
        return g_strdup("le chemin n'existe pas ou plus");
    case ENOTDIR:
        return g_strdup("un élément du chemin n'est pas un dossier");
    case ENAMETOOLONG:
        return g_strdup("le nom est trop long");
    case EBUSY:
    case EXDEV:
        return g_strdup("c'est un point de montage : indiquez un dossier qui s'y trouve");
    case EIO:
        return g_strdup("erreur du support");
    case EMFILE:
    case ENFILE:
        return g_strdup("trop de fichiers ouverts");
    default:
        return g_strdup_printf("erreur système n° %d", system_error);
    }
}

static bool is_full(int system_error)
{
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

bool co_output_fail(GError **error, CoOutputError code, const char *what, const char *path,
                    int system_error)
{
    g_autofree char *reason = reason_of(system_error);
    g_set_error(error, CO_OUTPUT_ERROR, (int)(is_full(system_error) ? CO_OUTPUT_ERROR_WRITE : code),
                "%s « %s » : %s", what, path, reason);
    return false;
}
