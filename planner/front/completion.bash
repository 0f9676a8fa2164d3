# SPDX-License-Identifier: GPL-3.0-or-later
# Complétion de « cohorte » pour bash. À placer dans
# /usr/share/bash-completion/completions/cohorte, ou à lire depuis ~/.bashrc par « source ».

_cohorte_commands="tout creer modele importer verifier qualite etat planifier controler publier presences attester exporter
    journal
    aide"
_cohorte_globals="--campagne --json --silencieux --aide"
_cohorte_planning="--temps --travail --ecart --graine --fils --export-model --forme --sans-plan --suivi"

# Options propres à une commande, et --version, qui n'a pas partout le même sens.
_cohorte_options_of() {
    case $1 in
        tout | planifier) echo "$_cohorte_planning --version" ;;
        importer) echo "--apercu --version" ;;
        verifier) echo "--gravite --version" ;;
        qualite) echo "--sortie --limite --version" ;;
        modele) echo "--textes --version" ;;
        publier) echo "--version --modeles --courriels --difference --apercu" ;;
        attester) echo "--date --version --modeles" ;;
        exporter) echo "--csv --version" ;;
        *) echo "--version" ;;
    esac
}

# La commande déjà écrite, s'il y en a une : le premier mot qui n'est ni une option ni sa valeur.
_cohorte_command() {
    local i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --campagne) ((i++)) ;;
            -*) ;;
            *)
                echo "${COMP_WORDS[i]}"
                return
                ;;
        esac
    done
}

# Remplit COMPREPLY par des noms de fichiers ou de dossiers, blancs compris.
_cohorte_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

# Remplit COMPREPLY par des dossiers et des classeurs.
_cohorte_tables() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(
        compgen -d -- "$1"
        compgen -f -X '!*.xlsx' -- "$1"
        compgen -f -X '!*.ods' -- "$1"
    )
}

_cohorte() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command words
    command=$(_cohorte_command)
    case $before in
        --campagne | --export-model | --suivi)
            _cohorte_files -f "$word"
            return
            ;;
        --csv | --sortie | --modeles | --courriels | --textes)
            _cohorte_files -d "$word"
            return
            ;;
        --forme) words="paquets groupes" ;;
        --gravite) words="erreur avertissement avis" ;;
        --temps | --travail | --ecart | --graine | --fils | --limite | --difference | --date) return ;;
        --version) [[ $command == publier || $command == presences || $command == attester || $command == exporter ]] && return ;;
    esac
    if [[ -z $words ]]; then
        if [[ $word == -* ]]; then
            words="$_cohorte_globals $(_cohorte_options_of "$command")"
        elif [[ -z $command || $command == aide ]]; then
            words=$_cohorte_commands
        elif [[ $command == publier || $command == attester ]]; then
            _cohorte_files -d "$word"
            return
        elif [[ $command == presences ]]; then
            _cohorte_files -f "$word"
            return
        elif [[ $command == tout || $command == importer || $command == modele ]]; then
            _cohorte_tables "$word"
            return
        fi
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}

complete -F _cohorte cohorte
