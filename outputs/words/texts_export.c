/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shipped, in a folder to be edited. */
#include "cohorte/texts.h"

#include "outputs/kit/delivery.h"
#include "texts_default.h"

bool co_texts_export(const char *folder, GError **error)
{
    g_return_val_if_fail(folder != NULL && *folder != '\0', false);
    /* No name is allowed beforehand: what is there may have been edited. */
    static const char *const none[] = {NULL};
    static const CoDeliveryKind kind = {.names = none};
    g_autoptr(CoDelivery) delivery = co_delivery_new(folder, &kind, error);
    if (delivery == NULL)
        return false;
    for (int i = 0; i < co_n_texts_default; i++) {
        const CoEmbedded *text = &co_texts_default[i];
        if (!co_delivery_write(delivery, text->name, (const char *)text->data, text->size, error))
            return false;
    }
    return co_delivery_commit(delivery, error);
}

char **co_texts_shipped(void)
{
    char **names = g_new0(char *, (gsize)co_n_texts_default + 1);
    for (int i = 0; i < co_n_texts_default; i++)
        names[i] = g_strdup(co_texts_default[i].name);
    return names;
}
